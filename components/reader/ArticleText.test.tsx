/** @jest-environment jsdom */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ArticleText, type ArticleTextProps } from './ArticleText';
import { paragraphsOf, type MarkedMention } from './paragraphs';

const TEXT =
  'ويعد إطلاق الصواريخ في قاعدة عين الأسد.\n\n<img src=x onerror="window.hacked = 1"> & <script>window.hacked = 1</script>\nوسعت بغداد  إلى التهدئة';
const at = (words: string, placeId: string, role: MarkedMention['role']): MarkedMention => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, placeId, index: 0, role, isContinued: false };
};
const MENTIONS = [at('عين الأسد', 'base', 'literal'), at('بغداد', 'baghdad', 'associative')];

function show(props: Partial<ArticleTextProps> = {}) {
  const all: ArticleTextProps = {
    paragraphs: paragraphsOf(TEXT, MENTIONS),
    lang: 'ar',
    dir: 'rtl',
    selection: null,
    highlight: null,
    onSelect: jest.fn(),
    onHighlight: jest.fn(),
    ...props,
  };
  return { ...render(<ArticleText {...all} />), props: all };
}

describe('ArticleText', () => {
  it('reproduces the text exactly', () => {
    const { container } = show();
    expect(container.textContent).toBe(TEXT);
  });

  it('leaves markup in the text inert', () => {
    const { container } = show();
    expect(container.querySelector('img, script')).toBeNull();
    expect('hacked' in window).toBe(false);
  });

  it('marks each mention at its offsets, with its place and role', () => {
    show();
    for (const mention of MENTIONS) {
      const mark = screen.getByRole('button', { name: TEXT.slice(mention.start, mention.end) });
      expect(mark.dataset).toMatchObject({ start: String(mention.start), end: String(mention.end), placeId: mention.placeId });
      expect(mark).toHaveClass(`mention-${mention.role}`);
      expect(mark).toHaveAttribute('aria-pressed', 'false');
    }
  });

  it('shows which mentions are chosen and which are lit', () => {
    show({ selection: { placeId: 'base', mention: 0 }, highlight: 'baghdad' });
    expect(screen.getByRole('button', { name: 'عين الأسد' })).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'عين الأسد' })).toHaveAttribute('aria-current', 'true');
    expect(screen.getByRole('button', { name: 'بغداد' })).toHaveClass('mention-lit');
    expect(screen.getByRole('button', { name: 'بغداد' })).toHaveAttribute('aria-pressed', 'false');
  });

  it.each(['click', '{Enter}', ' '])('chooses a mention by %s', async (how) => {
    const user = userEvent.setup();
    const { props } = show();
    const mark = screen.getByRole('button', { name: 'بغداد' });
    if (how === 'click') await user.click(mark);
    else {
      await user.tab();
      await user.tab();
      expect(mark).toHaveFocus();
      await user.keyboard(how);
    }
    expect(props.onSelect).toHaveBeenCalledTimes(1);
    expect(props.onSelect).toHaveBeenCalledWith({ placeId: 'baghdad', mention: 0 });
  });

  it('lights the place of the focused mention, and puts it out again', async () => {
    const user = userEvent.setup();
    const { props } = show();
    await user.tab();
    expect(props.onHighlight).toHaveBeenLastCalledWith('base');
    await user.tab({ shift: true });
    expect(props.onHighlight).toHaveBeenLastCalledWith(null);
  });
});
