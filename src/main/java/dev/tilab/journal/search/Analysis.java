package dev.tilab.journal.search;

import org.apache.lucene.analysis.charfilter.MappingCharFilterFactory;
import org.apache.lucene.analysis.cjk.CJKBigramFilterFactory;
import org.apache.lucene.analysis.cjk.CJKWidthFilterFactory;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.en.PorterStemFilterFactory;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilterFactory;
import org.apache.lucene.analysis.ko.KoreanTokenizerFactory;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How texts become what is looked up. Two ways, because neither is enough: a dictionary does not know 고가용성 and cuts words that it
 * does not know anyhow (밸+런+싱), pairs of syllables do not know that 배운 and 배웠다 are one word. Nothing here is ours: an OpenSearch
 * with its Korean plugin has the same parts by the same names.
 */
final class Analysis implements LuceneAnalysisConfigurer {

    /** Syllables and pairs of syllables; English words by their stems. */
    static final String PARTS = "parts";

    /** The same for what is asked: pairs alone, so that a phrase of them is found wherever its syllables stand side by side. */
    static final String PARTS_ASKED = "parts-asked";

    /** Korean words by the dictionary, verbs by their stems, without particles and endings. */
    static final String WORDS = "words";

    /** Between scripts, where Korean writes no space: {@code ALB를}, {@code 제3의}. */
    private static final String BETWEEN_SCRIPTS =
            "((?<=\\p{IsHangul})[\\p{IsLatin}\\p{Nd}]|(?<=[\\p{IsLatin}\\p{Nd}])\\p{IsHangul})";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        parts(context, PARTS, "true");
        parts(context, PARTS_ASKED, "false");
        context.analyzer(WORDS)
                .custom()
                .tokenizer(KoreanTokenizerFactory.NAME)
                .param("decompoundMode", "discard")
                .tokenFilter(KoreanPartOfSpeechStopFilterFactory.NAME)
                .tokenFilter(LowerCaseFilterFactory.NAME);
    }

    private static void parts(LuceneAnalysisConfigurationContext context, String name, String single) {
        context.analyzer(name)
                .custom()
                .tokenizer(StandardTokenizerFactory.NAME)
                .charFilter(PatternReplaceCharFilterFactory.NAME)
                .param("pattern", BETWEEN_SCRIPTS)
                .param("replacement", " $1")
                .charFilter(MappingCharFilterFactory.NAME)
                .param("mapping", "dev/tilab/journal/search/joints.txt")
                .tokenFilter(CJKWidthFilterFactory.NAME)
                .tokenFilter(CJKBigramFilterFactory.NAME)
                .param("outputUnigrams", single)
                .tokenFilter(LowerCaseFilterFactory.NAME)
                .tokenFilter(PorterStemFilterFactory.NAME);
    }
}
