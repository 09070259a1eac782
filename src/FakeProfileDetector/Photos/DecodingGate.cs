using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FakeProfileDetector.Validation;

namespace FakeProfileDetector.Photos;

/// <summary>Applies <see cref="PhotoLimits"/> for the decoders that share it.</summary>
/// <threadsafety>Safe to call from many threads at once.</threadsafety>
[SuppressMessage(
    "Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Without a wait handle the semaphore holds nothing to free.")]
internal sealed class DecodingGate
{
    private readonly PhotoLimits _limits;
    private readonly SemaphoreSlim _slots;

    /// <summary>Creates a gate that nobody shares yet.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A limit is out of range.</exception>
    internal DecodingGate(PhotoLimits? limits)
    {
        _limits = OptionsGuard.Checked(limits, new PhotoLimitsValidator()).Copy();
        _slots = new(_limits.MaximumConcurrency);
    }

    /// <summary>The gate of a decoder that has one; a new one with the defaults for any other.</summary>
    internal static DecodingGate Of(IPhotoDecoder? decoder) => (decoder as IGatedDecoder)?.Gate ?? new(limits: null);

    /// <summary>Why the file is not opened at all; null when it may be.</summary>
    internal PhotoUnusable? Refuse(ReadOnlySpan<byte> encoded) => encoded.Length <= _limits.MaximumBytes
        ? null
        : new(
            PhotoUnusableReason.TooManyBytes,
            Invariant($"The file has {encoded.Length} bytes and the limit is {_limits.MaximumBytes}; supply a smaller rendition."))
        {
            Facts = Facts(("bytes", encoded.Length), ("maximumBytes", _limits.MaximumBytes)),
        };

    /// <summary>Why the picture must not be decoded, by what its header states; null when it may. Nothing is allocated before.</summary>
    internal PhotoUnusable? Refuse(int width, int height, long workingBytes)
    {
        if ((long)width * height > _limits.MaximumPixels)
        {
            return new(
                PhotoUnusableReason.TooManyPixels,
                Invariant($"The header states {width} × {height} pixels and the limit is {_limits.MaximumPixels}; supply a smaller rendition."))
            {
                Facts = Facts(("width", width), ("height", height), ("maximumPixels", _limits.MaximumPixels)),
            };
        }

        return workingBytes <= _limits.MaximumWorkingBytes
            ? null
            : new(
                PhotoUnusableReason.TooManyPixels,
                Invariant($"Decoding {width} × {height} pixels of this kind takes {workingBytes} bytes and the limit is {_limits.MaximumWorkingBytes}; supply a smaller rendition or a plain JPEG."))
            {
                Facts = Facts(("width", width), ("height", height), ("workingBytes", workingBytes), ("maximumWorkingBytes", _limits.MaximumWorkingBytes)),
            };
    }

    /// <summary>Waits until another photo may be decoded. Not to be nested: the inner call could wait for the outer one.</summary>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal Slot Enter(CancellationToken cancellationToken)
    {
        _slots.Wait(cancellationToken);
        return new(_slots);
    }

    private static ImmutableSortedDictionary<string, string> Facts(params ReadOnlySpan<(string Name, long Value)> facts)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal, StringComparer.Ordinal);
        foreach (var (name, value) in facts)
        {
            named.Add(name, value.ToString(CultureInfo.InvariantCulture));
        }

        return named.ToImmutable();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A photo's turn; ends when disposed.</summary>
    internal readonly ref struct Slot(SemaphoreSlim slots)
    {
        internal void Dispose() => slots.Release();
    }
}

/// <summary>A decoder that applies the limits itself.</summary>
internal interface IGatedDecoder : IPhotoDecoder
{
    /// <summary>What it asks before it decodes.</summary>
    DecodingGate Gate { get; }
}
