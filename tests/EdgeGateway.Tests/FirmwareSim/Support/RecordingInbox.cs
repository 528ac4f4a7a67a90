using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>A web server of a few lines that keeps every byte of what is posted and answers as told.</summary>
internal sealed class RecordingInbox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _connections;

    public RecordingInbox()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Answers in turn, then 200 for ever. 0 cuts the link without an answer.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    public ConcurrentQueue<Posted> Posts { get; } = new();

    public int Connections => Volatile.Read(ref _connections);

    public Uri Url(string path) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await PostedAsync(stream) is { } posted)
            {
                Posts.Enqueue(posted);
                int status = Answers.TryDequeue(out int told) ? told : 200;
                if (status == 0)
                {
                    return;
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Word\r\nContent-Length: 2\r\n\r\nOK"), _stop.Token);
                if (posted.Head.Contains("Connection: close", StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The camera left, or the test is over.
        }
    }

    private async Task<Posted?> PostedAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string text = Encoding.ASCII.GetString([.. head]);
        string length = text.Split("Content-Length: ")[1].Split('\r')[0];
        var body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new Posted(text, body);
    }
}

internal sealed record Posted(string Head, byte[] Body);
