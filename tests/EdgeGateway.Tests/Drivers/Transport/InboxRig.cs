using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>An inbox on a free port, with what it refused.</summary>
internal sealed class InboxRig : IInboxCounters, IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _refused = new();

    private InboxRig(HttpInboxOptions options, TimeProvider time) => Inbox = new HttpInbox(options, time, this, NullLoggerFactory.Instance);

    public HttpInbox Inbox { get; }

    /// <summary>Every refusal as <c>device:reason</c>.</summary>
    public IReadOnlyCollection<string> Refusals => _refused;

    public static async Task<InboxRig> StartAsync(HttpInboxOptions? options = null, TimeProvider? time = null)
    {
        var rig = new InboxRig(options ?? new HttpInboxOptions(), time ?? TimeProvider.System);
        await rig.Inbox.StartAsync(CancellationToken.None);
        return rig;
    }

    public void Refused(string device, string reason) => _refused.Enqueue($"{device}:{reason}");

    public IDisposable Open(string device, InboxHandler handler) => Inbox.Open(device, new Secret("t0ken"), handler);

    public Task<RawPeer> ConnectAsync() => RawPeer.ConnectAsync(Inbox.Port);

    /// <summary>Sends one request and returns its status.</summary>
    public async Task<int> PostAsync(string target, string body = "x", string method = "POST")
    {
        using var peer = await ConnectAsync();
        await peer.SendAsync(Request(target, body, method));
        return await peer.ReadStatusAsync();
    }

    public static string Request(string target, string body, string method = "POST") =>
        $"{Head(target, method)}Content-Length: {Encoding.Latin1.GetByteCount(body)}\r\n\r\n{body}";

    public static string Head(string target, string method = "POST") =>
        $"{method} {target} HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/xml; charset=\"UTF-8\"\r\n";

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await Inbox.StopAsync(now.Token);
        await Inbox.DisposeAsync();
    }
}
