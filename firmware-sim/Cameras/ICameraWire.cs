using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Cameras;

/// <summary>One of the two ways a camera speaks to a gateway.</summary>
public interface ICameraWire : IAsyncDisposable
{
    /// <summary>Opens what must be open before the first passage.</summary>
    Task StartAsync(CancellationToken ct);

    /// <summary>Tells one passage and notes in the ledger what came of it. Keeps what it cannot tell now.</summary>
    Task TellAsync(Passage passage, bool waited, CancellationToken ct);

    Task HeartbeatAsync(CancellationToken ct);

    /// <summary>Tells what was kept, if there is a link now.</summary>
    Task CatchUpAsync(CancellationToken ct);

    /// <summary>Sends bytes that are no message at all.</summary>
    Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Begins to tell the passage, cuts the link in the middle; the passage itself stays untold.</summary>
    Task CutInsideAsync(Passage passage, CancellationToken ct);

    /// <summary>Says goodbye in order.</summary>
    Task EndAsync(CancellationToken ct);

    /// <summary>Cuts the link.</summary>
    void Drop();

    /// <summary>Notes what is still untold at the end of the run.</summary>
    void GiveUp();
}
