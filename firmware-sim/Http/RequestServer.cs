using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>A small web server of a simulated device: requests with a Content-Length, one after the other on each link.</summary>
public sealed class RequestServer : IAsyncDisposable
{
    private const int MostBody = 32 * 1024 * 1024;

    private readonly LinkDoor _door;
    private readonly Func<ServedRequest, ServedAnswer?> _answer;

    /// <param name="listen">Where; port 0 lets the system choose.</param>
    /// <param name="answer">Answers one request; null cuts the link instead. Called for several links at one time.</param>
    public RequestServer(IPEndPoint listen, Func<ServedRequest, ServedAnswer?> answer) => (_door, _answer) = (new LinkDoor(listen, ConverseAsync), answer);

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    public void Start() => _door.Start();

    /// <summary>May be called twice.</summary>
    public ValueTask DisposeAsync() => _door.DisposeAsync();

    private async Task ConverseAsync(NetworkStream stream, CancellationToken ct)
    {
        while (await RequestHead.ReadAsync(stream, ct).ConfigureAwait(false) is { } head && await BodyAsync(head, stream, ct).ConfigureAwait(false) is { } body)
        {
            if (_answer(new ServedRequest(head, body)) is not { } said)
            {
                return;
            }

            await stream.WriteAsync(Bytes(said), ct).ConfigureAwait(false);
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
