using System.Net;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>
/// A library below the gateway: it registers, is subscribed to, and notifies. Vehicles that pass before there is a
/// subscription wait for it.
/// </summary>
public sealed class LowerLibraryWire : ICameraWire
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(2);

    private readonly ViidVoice _voice;
    private readonly ViidSession _session;
    private readonly CameraTrouble _trouble;
    private readonly ViidOutbox _outbox;
    private readonly RequestServer _server;

    /// <param name="voice">How it says a vehicle.</param>
    /// <param name="profile">How it speaks.</param>
    /// <param name="session">Its way to the gateway.</param>
    /// <param name="listen">Where it takes subscriptions.</param>
    /// <param name="desk">Who may subscribe, and who has.</param>
    /// <param name="trouble">What goes wrong.</param>
    /// <param name="ledger">Where it notes what it was told.</param>
    /// <param name="time">Its clock.</param>
    public LowerLibraryWire(
        ViidVoice voice, ViidProfile profile, ViidSession session, IPEndPoint listen, SubscriptionDesk desk, CameraTrouble trouble, ITruthLedger ledger, TimeProvider time)
    {
        _voice = voice;
        _session = session;
        _trouble = trouble;
        Desk = desk;
        _outbox = new ViidOutbox(profile, new LibraryNotice(profile, session, desk), ledger, time);
        _server = new RequestServer(listen, desk.Answer);
    }

    public SubscriptionDesk Desk { get; }

    /// <summary>Where it takes subscriptions, once started.</summary>
    public IPEndPoint EndPoint => _server.EndPoint;

    /// <summary>Registration waits for the first vehicle where the gateway is not there yet.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        _server.Start();
        await _session.RegisterAsync(ct).ConfigureAwait(false);
    }

    public Task TellAsync(Passage passage, bool waited, CancellationToken ct) => _outbox.AddAsync(_voice.Say(passage, _trouble.ClockStep), ct);

    public async Task HeartbeatAsync(CancellationToken ct)
    {
        if (!_session.IsRegistered || !await _session.KeepaliveAsync(ct).ConfigureAwait(false))
        {
            await _session.RegisterAsync(ct).ConfigureAwait(false);
        }
    }

    public Task CatchUpAsync(CancellationToken ct) => _outbox.FlushAsync(ct);

    public async Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (Desk.Active is { } subscription)
        {
            await _session.PostAsync(subscription.ReceiveAddr.PathAndQuery, bytes.ToArray(), ct).ConfigureAwait(false);
        }
    }

    public async Task CutInsideAsync(Passage passage, CancellationToken ct)
    {
        if (Desk.Active is { } subscription)
        {
            await _session.CutInsideAsync(subscription.ReceiveAddr.PathAndQuery, _voice.Upload([_voice.Say(passage, _trouble.ClockStep)]), ct).ConfigureAwait(false);
        }
    }

    public async Task EndAsync(CancellationToken ct)
    {
        await _outbox.FlushAsync(ct).ConfigureAwait(false);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(s_farewell);
        await _session.UnRegisterAsync(limit.Token).ConfigureAwait(false);
    }

    public void Drop() => _session.Drop();

    public void GiveUp() => _outbox.GiveUp();

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await _server.DisposeAsync().ConfigureAwait(false);
    }
}
