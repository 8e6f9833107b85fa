import { markdown, moved, onItsOwnLine } from '../../main/resources/static/js/journal/placing.js';
import { equal, story } from './story.js';

story('a picture that is on its way lands where it was put, whatever is typed meanwhile', () => {
  equal(moved(4, '앞 글|뒤', '앞 글|뒤에 더'), 4, 'behind it');
  equal(moved(4, '앞 글|뒤', '더 앞 글|뒤'), 6, 'before it');
  equal(moved(4, '앞 글|뒤', '|뒤'), 1, 'what stood before it is gone, and a letter of the same kind is kept');
  equal(moved(4, '앞 글|뒤', ''), 0, 'all is gone');
});

story('a picture stands on a line of its own, and takes no line where one is free', () => {
  equal(onItsOwnLine('', 0, '![](a)'), { text: '![](a)', start: 0 });
  equal(onItsOwnLine('앞\n', 2, '![](a)'), { text: '![](a)', start: 2 });
  equal(onItsOwnLine('앞뒤', 1, '![](a)'), { text: '\n![](a)\n', start: 2 });
  equal(onItsOwnLine('앞\n뒤', 1, '![](a)'), { text: '\n![](a)', start: 2 });
});

story('no word about a picture can end its brackets', () => {
  equal(markdown({ path: 'd/a.png', name: 'a.png', picture: true }, ' 셋 [넷](x)\n다섯 '), '![셋 넷 (x) 다섯](d/a.png)');
  equal(markdown({ path: 'd/a.pdf', name: 'a].pdf', picture: false }), '[a .pdf](d/a.pdf)');
});
