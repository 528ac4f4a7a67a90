using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Xfs4Iot;

/// <summary>A client of a kiosk that knows nothing but WebSockets and JSON.</summary>
internal sealed class XfsProbe : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _hearing = Task.CompletedTask;

    /// <summary>Everything that came, in its order.</summary>
    public ConcurrentQueue<JsonNode> Heard { get; } = new();

    public bool IsOver => _hearing.IsCompleted;

    /// <summary>How the link ended, once it did.</summary>
    public WebSocketCloseStatus? Goodbye => _socket.CloseStatus;

    public static async Task<XfsProbe> DialAsync(int port, string path, string? host = null)
    {
        var probe = new XfsProbe();
        if (host is not null)
        {
            probe._socket.Options.SetRequestHeader("Host", host);
        }

        await probe._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}{path}"), CancellationToken.None);
        probe._hearing = probe.HearAsync();
        return probe;
    }

    public Task SayAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public Task AskAsync(string name, int id, string version = "2.0") =>
        SayAsync($$"""{"header":{"type":"command","name":"{{name}}","requestId":{{id}},"version":"{{version}}"} }""");

    /// <summary>Asks and waits for the completion.</summary>
    public async Task<JsonNode> CompletionAsync(string name, int id, string version = "2.0")
    {
        await AskAsync(name, id, version);
        return await WaitAsync(one => Type(one) == "completion" && one["header"]!["requestId"]!.GetValue<int>() == id, $"{name} is answered");
    }

    public async Task<JsonNode> WaitAsync(Func<JsonNode, bool> wanted, string what)
    {
        await Soon.TrueAsync(() => Heard.Any(wanted), what);
        return Heard.First(wanted);
    }

    public static string Type(JsonNode message) => message["header"]!["type"]!.GetValue<string>();

    public static string Name(JsonNode message) => message["header"]!["name"]!.GetValue<string>();

    public static string? Code(JsonNode message) => message["header"]!["completionCode"]?.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _hearing;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task HearAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer, _stop.Token) is { MessageType: not WebSocketMessageType.Close } got)
            {
                Assert.True(got.EndOfMessage);
                if (TryParse(buffer.AsSpan(0, got.Count)) is { } message)
                {
                    Heard.Enqueue(message);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The kiosk went away, or the test is over.
        }
    }

    private static JsonNode? TryParse(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
