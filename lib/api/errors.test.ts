import { z } from 'zod';
import { UnknownLanguageError } from '../geoparse';
import { InputError, parseInput, toProblem } from './errors';

describe('an error as RFC 9457 problem details', () => {
  test('of input', () => {
    const error = new InputError(413, 'The article is too long', [{ field: 'text', got: 'much', wanted: 'wanted less' }]);
    expect(toProblem(error)).toEqual({
      type: 'about:blank',
      title: 'The article is too long',
      status: 413,
      detail: 'text: wanted less, got much',
      errors: [{ field: 'text', got: 'much', wanted: 'wanted less' }],
    });
  });

  test.each([
    ['fr', 'fr'],
    [null, 'a text in neither language'],
  ])('of a language that is not read: %s', (got, said) => {
    const problem = toProblem(new UnknownLanguageError(got));
    expect(problem.status).toBe(400);
    expect(problem.errors).toEqual([{ field: 'language', got: said, wanted: 'wanted Arabic (ar) or English (en)' }]);
  });

  test('a fault of ours is thrown again, not blamed on the input', () => {
    const fault = new TypeError('undefined is not a function');
    expect(() => toProblem(fault)).toThrow(fault);
  });
});

describe('what was got, in words', () => {
  const schema = z.object({ a: z.object({ b: z.array(z.string('wanted a word')) }) });
  test.each<[unknown, string, string]>([
    [{ a: { b: ['x', 5] } }, 'a.b.1', '5'],
    [{ a: { b: [null] } }, 'a.b.0', 'null'],
    [{ a: { b: [true] } }, 'a.b.0', 'true'],
    [{ a: { b: [[]] } }, 'a.b.0', 'an array'],
    [{ a: { b: [{}] } }, 'a.b.0', 'an object'],
  ])('%j', (value, field, got) => {
    try {
      parseInput(schema, value);
      throw new Error('passed');
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      if (error instanceof InputError) expect(error.errors).toEqual([{ field, got, wanted: 'wanted a word' }]);
    }
  });

  test('a long string is only measured', () => {
    try {
      parseInput(z.object({ a: z.string().regex(/^$/, 'wanted nothing') }), { a: 'x'.repeat(61) });
      throw new Error('passed');
    } catch (error) {
      expect(error instanceof InputError && error.errors[0]?.got).toBe('a string of 61 characters');
    }
  });
});
