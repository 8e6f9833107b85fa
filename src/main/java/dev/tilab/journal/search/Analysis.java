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
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalysisOptionalComponentsStep;

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

    /**
     * Pairs of syllables as if nothing stood between two words but the ends of sentences: 장애 조치 as 장애조치. Rarer than single
     * syllables, so a phrase of them is found in a third of the time.
     */
    static final String JOINED = "joined";

    /** Korean words by the dictionary, verbs by their stems, without particles and endings. */
    static final String WORDS = "words";

    /**
     * Between scripts, where Korean writes no space: {@code ALB를}, {@code 제3의}. Before signs as well: with a full stop between two
     * letters and no space, {@code 했다.그리고}, both sentences were one word to the tokenizer, and no Korean one.
     */
    private static final String BETWEEN_SCRIPTS =
            "((?<=\\p{IsHangul})[\\p{IsLatin}\\p{Nd}\\p{P}\\p{S}]|(?<=[\\p{IsLatin}\\p{Nd}])\\p{IsHangul})";

    private static final String BETWEEN_SYLLABLES = "(?<=\\p{IsHangul})[^\\p{L}\\p{N}.!?]+(?=\\p{IsHangul})";

    /** A sentence without spaces is one word to the tokenizer, which would cut it after 255 characters. */
    private static final int LONGEST_WORD = 2 * Passages.CHARACTERS;

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        pairs(scripts(context, PARTS), "true");
        pairs(scripts(context, PARTS_ASKED), "false");
        pairs(
                scripts(context, JOINED)
                        .charFilter(PatternReplaceCharFilterFactory.NAME)
                        .param("pattern", BETWEEN_SYLLABLES)
                        .param("replacement", ""),
                "false");
        context.analyzer(WORDS)
                .custom()
                .tokenizer(KoreanTokenizerFactory.NAME)
                .param("decompoundMode", "discard")
                .tokenFilter(KoreanPartOfSpeechStopFilterFactory.NAME)
                .tokenFilter(LowerCaseFilterFactory.NAME);
    }

    private static LuceneAnalysisOptionalComponentsStep scripts(
            LuceneAnalysisConfigurationContext context, String name) {
        return context.analyzer(name)
                .custom()
                .tokenizer(StandardTokenizerFactory.NAME)
                .param("maxTokenLength", Integer.toString(LONGEST_WORD))
                .charFilter(PatternReplaceCharFilterFactory.NAME)
                .param("pattern", BETWEEN_SCRIPTS)
                .param("replacement", " $1");
    }

    private static void pairs(LuceneAnalysisOptionalComponentsStep analyzer, String single) {
        analyzer.charFilter(MappingCharFilterFactory.NAME)
                .param("mapping", "dev/tilab/journal/search/joints.txt")
                .tokenFilter(CJKWidthFilterFactory.NAME)
                .tokenFilter(CJKBigramFilterFactory.NAME)
                .param("outputUnigrams", single)
                .tokenFilter(LowerCaseFilterFactory.NAME)
                .tokenFilter(PorterStemFilterFactory.NAME);
    }
}
