using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>A small web server of a simulated device: requests with a Content-Length, one after the other on each link.</summary>
/// <param name="listen">Where; port 0 lets the system choose.</param>
/// <param name="answer">Answers one request; null cuts the link instead. Called for several links at one time.</param>
public sealed class RequestServer(IPEndPoint listen, Func<ServedRequest, ServedAnswer?> answer) : IAsyncDisposable
{
    private const int MostBody = 32 * 1024 * 1024;

    private readonly TcpListener _listener = new(listen);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _conversations = [];
    private Task _accepting = Task.CompletedTask;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    public void Start()
    {
        _listener.Start();
        _accepting = AcceptAsync(_stop.Token);
    }

    /// <summary>May be called twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_conversations).ConfigureAwait(false);
    }

    private async Task AcceptAsync(CancellationToken ct)
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync(ct).ConfigureAwait(false);
                _conversations.RemoveAll(task => task.IsCompleted);
                _conversations.Add(ConverseAsync(socket, ct));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped; a listener that is disposed between two accepts says that it was never started.
        }
    }

    private async Task ConverseAsync(Socket socket, CancellationToken ct)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            while (await RequestHead.ReadAsync(stream, ct).ConfigureAwait(false) is { } head && await BodyAsync(head, stream, ct).ConfigureAwait(false) is { } body)
            {
                if (answer(new ServedRequest(head, body)) is not { } said)
                {
                    return;
                }

                await stream.WriteAsync(Bytes(said), ct).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left.
        }
    }

    private static async Task<byte[]?> BodyAsync(RequestHead head, NetworkStream stream, CancellationToken ct)
    {
        int length = 0;
        bool wrong = head.Headers.TryGetValue("content-length", out string? told)
            && (!int.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out length) || length > MostBody);
        if (wrong)
        {
            return null;
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body, ct).ConfigureAwait(false);
        return body;
    }

    private static byte[] Bytes(ServedAnswer said)
    {
        byte[] body = Encoding.UTF8.GetBytes(said.Body);
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {said.Status} {(said.Status == 200 ? "OK" : "No")}\r\nContent-Type: {said.ContentType}\r\nContent-Length: {body.Length}\r\n");
        foreach ((string name, string value) in said.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
