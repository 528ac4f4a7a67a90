using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateCamera.Viid;

/// <summary>A GA/T 1400 camera: an HTTP client that registers and uploads, and trusts nothing but the status 0 of each object.</summary>
public sealed class ViidWire(ViidVoice voice, ViidProfile profile, ViidSession session, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    : ICameraWire
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly ViidOutbox _outbox = new(profile, new ViidUpload(voice, session), ledger, time);

    /// <summary>What the gateway said its clock is, when it was asked last.</summary>
    public string? GatewayTime { get; private set; }

    /// <summary>A gateway that is not there yet is met again by the first vehicle.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        if (await session.RegisterAsync(ct).ConfigureAwait(false))
        {
            GatewayTime = await session.TimeAsync(ct).ConfigureAwait(false);
        }
    }

    public Task TellAsync(Passage passage, bool waited, CancellationToken ct) => _outbox.AddAsync(voice.Say(passage, trouble.ClockStep), ct);

    public async Task HeartbeatAsync(CancellationToken ct)
    {
        if (!session.IsRegistered || !await session.KeepaliveAsync(ct).ConfigureAwait(false))
        {
            await session.RegisterAsync(ct).ConfigureAwait(false);
        }
    }

    public Task CatchUpAsync(CancellationToken ct) => _outbox.FlushAsync(ct);

    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        await session.PostAsync(ViidUpload.Target, bytes.ToArray(), ct).ConfigureAwait(false);

    public Task CutInsideAsync(Passage passage, CancellationToken ct) =>
        session.CutInsideAsync(ViidUpload.Target, voice.Upload([voice.Say(passage, trouble.ClockStep)]), ct);

    public async Task EndAsync(CancellationToken ct)
    {
        await _outbox.FlushAsync(ct).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_farewell);
        await session.UnRegisterAsync(limit.Token).ConfigureAwait(false);
    }

    public void Drop() => session.Drop();

    public void GiveUp() => _outbox.GiveUp();

    public ValueTask DisposeAsync()
    {
        session.Dispose();
        return ValueTask.CompletedTask;
    }
}
