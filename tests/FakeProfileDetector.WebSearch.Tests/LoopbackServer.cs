using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FakeProfileDetector.WebSearch.Tests;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ReceivedRequest(string Method, string Target, string Head, byte[] Body)
{
    internal string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    internal string Text => Encoding.Latin1.GetString(Body);
}

/// <summary>What is sent back: bytes as they are, in pieces with waits between them where a server is to be slow.</summary>
internal sealed record Reply(byte[] Wire, int PieceBytes = int.MaxValue, TimeSpan Wait = default)
{
    internal static Reply Json(string json) => Of(200, Encoding.UTF8.GetBytes(json), "application/json");

    internal static Reply File(byte[] body, string type = "image/jpeg") => Of(200, body, type);

    internal static Reply Status(int status, string body = "{}", string headers = "") => Of(status, Encoding.UTF8.GetBytes(body), "application/json", headers);

    internal static Reply Redirect(Uri target) => Of(302, [], "text/plain", $"Location: {target.AbsoluteUri}\r\n");

    internal static Reply Of(int status, byte[] body, string type, string headers = "", int? statedLength = null) => new(
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: {statedLength ?? body.Length}\r\nConnection: close\r\n{headers}\r\n"), .. body]);
}

/// <summary>A server on this machine that answers what a test wants and remembers what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _open;

    internal LoopbackServer(Func<ReceivedRequest, Reply> answer, IPAddress? address = null)
    {
        Answer = answer;
        _listener = new(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal Func<ReceivedRequest, Reply> Answer { get; set; }

    internal ConcurrentQueue<ReceivedRequest> Requests { get; } = [];

    /// <summary>Waited for before a request is answered.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    internal int MostAtOnce { get; private set; }

    internal Uri Address => new($"http://{_listener.LocalEndpoint}/");

    internal Uri At(string path) => new(Address, path);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var closing = client;
            var stream = client.GetStream();
            var request = await ReadAsync(stream);
            lock (_stop)
            {
                MostAtOnce = Math.Max(MostAtOnce, ++_open);
            }

            Requests.Enqueue(request);
            await Gate;
            var reply = Answer(request);
            lock (_stop)
            {
                _open--;
            }

            for (var sent = 0; sent < reply.Wire.Length; sent += Math.Min(reply.PieceBytes, reply.Wire.Length - sent))
            {
                await stream.WriteAsync(reply.Wire.AsMemory(sent, Math.Min(reply.PieceBytes, reply.Wire.Length - sent)), _stop.Token);
                await Task.Delay(reply.Wait, _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client has left, or the test is over.
        }
    }

    private async Task<ReceivedRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[64 * 1024];
        int end;
        while ((end = HeadEnd(bytes)) < 0)
        {
            bytes.AddRange(buffer.AsSpan(0, await ReadSomeAsync(stream, buffer)));
        }

        var head = Encoding.Latin1.GetString([.. bytes[..end]]);
        var length = head.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Select(line => int.Parse(line[15..])).FirstOrDefault();
        while (bytes.Count < end + 4 + length)
        {
            bytes.AddRange(buffer.AsSpan(0, await ReadSomeAsync(stream, buffer)));
        }

        var words = head.Split(' ', 3);
        return new(words[0], words[1], head, [.. bytes[(end + 4)..]]);
    }

    private async Task<int> ReadSomeAsync(NetworkStream stream, byte[] buffer) =>
        await stream.ReadAsync(buffer, _stop.Token) is > 0 and var read ? read : throw new IOException("The client has left.");

    private static int HeadEnd(List<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).IndexOf("\r\n\r\n"u8);
}
