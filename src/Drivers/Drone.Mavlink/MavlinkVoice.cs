using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Everything that we say: counted, signed and sent in one order, or a later frame would make an earlier one look replayed.</summary>
internal sealed class MavlinkVoice(IMavlinkLink link, DriverContext context, MavlinkSelf self, SigningDesk? signing) : IDisposable
{
    private const byte GroundStation = 6;
    private const byte NoAutopilot = 8;
    private const byte Active = 4;

    private readonly SemaphoreSlim _turn = new(1, 1);

    public MavlinkRoute NewRoute(IPEndPoint to) => new(to, new MavWriter(self.System, self.Component, signing?.Signer), signing is null);

    /// <exception cref="IOException">It could not be sent.</exception>
    public async Task SayAsync<T>(MavlinkRoute route, T message, CancellationToken ct)
        where T : struct, IMavMessage<T>
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            byte[] frame = route.Writer.Write(message, signing?.Now ?? context.Time.GetUtcNow());
            await link.SendAsync(frame, route.To, ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>That we are there and well (drone.md section 1.1).</summary>
    public Task BeatAsync(MavlinkRoute route, CancellationToken ct) => SayAsync(route, new Heartbeat(0, GroundStation, NoAutopilot, 0, Active, 3), ct);

    public void Dispose() => _turn.Dispose();
}
