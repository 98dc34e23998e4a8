import assert from "node:assert/strict";
import { isGuessable } from "./guessable.ts";

Deno.test("passwords that are tried first are guessable", () => {
  const weak = [
    "1234567890",
    "          ",
    "0987654321",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "Password2024!",
    "P@ssw0rd123",
    "qwertyuiop",
    "1q2w3e4r5t",
    "йцукенгшщз",
    "Пароль12345",
    "sendoff2026",
    "１２３４５６７８９０",
    "!!!!!!!!!!!!",
  ];
  assert.deepEqual(weak.filter((password) => !isGuessable(password)), []);
});

Deno.test("words that do not belong together are not guessable", () => {
  const good = [
    "correct horse",
    "a long secret",
    "four words in a row",
    "зелёный чайник едет",
    "x9!kQ2vLw#",
  ];
  assert.deepEqual(good.filter((password) => isGuessable(password)), []);
});

Deno.test("a person's own name and address are guessable", () => {
  const own = ["anna.petrova@example.com", "Anna Petrova"];
  for (const password of ["AnnaPetrova", "petrova-1987", "anna@example.com"]) {
    assert.ok(isGuessable(password, own), password);
  }
  assert.ok(!isGuessable("correct horse", own));
});
