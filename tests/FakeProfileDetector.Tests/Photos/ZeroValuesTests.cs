using FakeProfileDetector.Photos;
using FakeProfileDetector.Photos.Fingerprinting;

namespace FakeProfileDetector.Tests.Photos;

/// <summary>What nobody has set accuses nobody and passes for no success.</summary>
public sealed class ZeroValuesTests
{
    [Fact]
    public void Enums_Zero_IsTheHarmlessValue()
    {
        Assert.Equal(PhotoCopyGrade.Similar, default);
        Assert.Equal(PhotoUnusableReason.DecoderFailed, default);
        Assert.True(PhotoCopyGrade.Exact > PhotoCopyGrade.Similar);
        Assert.True(PhotoCopyGrade.SharedTemplate < PhotoCopyGrade.Similar);
    }

    [Fact]
    public void PhotoDecodeResult_Default_IsAFailureWithAReason()
    {
        var result = default(PhotoDecodeResult);

        Assert.False(result.IsDecoded);
        Assert.Equal(PhotoUnusableReason.DecoderFailed, result.Failure.Reason);
    }

    [Fact]
    public void Fingerprint_DecoderThatGivesNothing_IsUnusable()
    {
        var failure = new PhotoFingerprinter(new NothingDecoder()).Fingerprint([1], TestContext.Current.CancellationToken).Failure;

        Assert.Equal(PhotoUnusableReason.DecoderFailed, failure?.Reason);
        Assert.Contains("convert", failure?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void PhotoUnusable_NoSentence_IsRefused(string message) =>
        Assert.Throws<ArgumentException>(nameof(message), () => new PhotoUnusable(PhotoUnusableReason.Corrupt, message));

    private sealed class NothingDecoder : IPhotoDecoder
    {
        public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default) => default;
    }
}
