namespace FakeProfileDetector.Photos.Fingerprinting;

/// <summary>Applies to an application's own decoder what can be applied from outside: the file's size, the pixels handed out, and how many photos at a time.</summary>
internal sealed class GatedDecoder : IGatedDecoder
{
    private readonly IPhotoDecoder _decoder;

    private GatedDecoder(IPhotoDecoder decoder, DecodingGate gate) => (_decoder, Gate) = (decoder, gate);

    /// <inheritdoc/>
    public DecodingGate Gate { get; }

    /// <summary>The decoder itself where it asks this gate, else behind the gate.</summary>
    internal static IPhotoDecoder Of(IPhotoDecoder decoder, DecodingGate gate) =>
        decoder is IGatedDecoder gated && gated.Gate == gate ? decoder : new GatedDecoder(decoder, gate);

    /// <inheritdoc/>
    public PhotoDecodeResult Decode(ReadOnlySpan<byte> encoded, CancellationToken cancellationToken = default)
    {
        if (Gate.Refuse(encoded) is { } tooLarge)
        {
            return PhotoDecodeResult.Failed(tooLarge);
        }

        using var slot = Gate.Enter(cancellationToken);
        var result = _decoder.Decode(encoded, cancellationToken);
        if (result.Image is { } image && Gate.Refuse(image.Width, image.Height, image.Pixels.Length) is { } refusal)
        {
            image.Dispose();
            return PhotoDecodeResult.Failed(refusal);
        }

        return result;
    }
}
