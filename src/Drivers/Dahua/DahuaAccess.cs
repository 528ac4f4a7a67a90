using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>How this driver asks one device something: each request with a login of its own, in turn with all others on that host.</summary>
internal sealed class DahuaAccess(DriverContext context, HttpPeer peer)
{
    /// <summary>What it shares with other devices there.</summary>
    public DahuaHosts Host { get; } = DahuaHosts.Of(context.Shared, peer.Host, peer.Port);

    /// <exception cref="DeviceFaultException">The device cannot be talked to.</exception>
    public Task<HttpPullResponse> OpenAsync(string pathAndQuery, CancellationToken ct) =>
        Host.LoginAsync(() => context.Transports.Http.OpenAsync(peer.Request(pathAndQuery), ct), context.Time, ct);

    /// <summary>A short question with a short answer.</summary>
    /// <exception cref="DeviceFaultException">The device cannot be talked to, or refuses.</exception>
    public async Task<CgiReply> AskAsync(string pathAndQuery, CancellationToken ct) =>
        CgiReply.Read((await FetchAsync(pathAndQuery, CgiReply.Longest, ct).ConfigureAwait(false)).Span);

    /// <summary>A whole answer of at most so many bytes, within the connect time-out.</summary>
    /// <exception cref="DeviceFaultException">The device cannot be talked to, refuses, or sends too much or too slowly.</exception>
    public async Task<ReadOnlyMemory<byte>> FetchAsync(string pathAndQuery, int most, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(peer.ConnectTimeout * 2, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var answer = await OpenAsync(pathAndQuery, either.Token).ConfigureAwait(false);
            return answer.Status == 200
                ? await ReadAsync(answer.Body, most, either.Token).ConfigureAwait(false)
                : throw DahuaRefusal.Of(answer.Status);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Silent, "The device began an answer and did not end it.");
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, "The link broke inside an answer.", inner: error);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream body, int most, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, ct).ConfigureAwait(false) is var read and > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > most)
            {
                throw new DeviceFaultException(FaultKind.Garbled, "An answer is longer than any that was asked for.");
            }
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
