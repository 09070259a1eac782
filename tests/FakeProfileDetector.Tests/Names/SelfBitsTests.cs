using CsCheck;
using FakeProfileDetector.Names;

namespace FakeProfileDetector.Tests.Names;

public sealed class SelfBitsTests
{
    [Fact]
    public void SelfBits_OfAnyWord_AreThoseOfItsBestAlignmentWithItself() => Gen.Char['a', 'z'].Array[1, 14].Sample(letters =>
    {
        var sound = SoundSymbols.Spell(letters);

        Assert.Equal(LetterCorrespondence.Bits(sound, sound, LetterCorrespondence.TableFor(NameScripts.Latin)), LetterCorrespondence.SelfBits(sound));
    });
}
