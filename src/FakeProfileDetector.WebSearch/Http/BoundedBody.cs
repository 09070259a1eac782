namespace FakeProfileDetector.WebSearch.Http;

/// <summary>Reads what others send, up to a limit.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 16 * 1024;

    /// <summary>The whole body; null when it is larger than the limit.</summary>
    internal static async ValueTask<byte[]?> ReadAsync(HttpContent content, int maximum, CancellationToken cancellationToken)
    {
        var (body, length) = await ReadStartAsync(content, maximum + 1, cancellationToken).ConfigureAwait(false);
        return length <= maximum ? body[..length] : null;
    }

    /// <summary>The beginning of the body, of no more bytes than the limit, and how many they are.</summary>
    internal static async ValueTask<(byte[] Buffer, int Length)> ReadStartAsync(HttpContent content, int maximum, CancellationToken cancellationToken)
    {
        // The stated length is the sender's word: it decides how the buffer begins, and not how large it gets.
        var buffer = new byte[(int)Math.Clamp(content.Headers.ContentLength ?? FirstBytes, 1, Math.Min(maximum, FirstBytes))];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        for (var length = 0; ;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0 || length == maximum)
            {
                return (buffer, length);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, maximum));
            }
        }
    }
}
