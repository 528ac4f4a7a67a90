using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>What carries HRNP frames: a serial line or a UDP port.</summary>
internal interface IHrnpWire : IAsyncDisposable
{
    /// <summary>Waits for the next frame or fault. One caller.</summary>
    /// <exception cref="IOException">The wire is gone.</exception>
    ValueTask<HrnpHeard> NextAsync(CancellationToken ct);

    /// <summary>Sends one frame; callers may overlap.</summary>
    /// <exception cref="IOException">The wire is gone.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken ct);
}

/// <summary>What was heard.</summary>
/// <param name="Frame">A frame that verifies, or null.</param>
/// <param name="Fault">One of <see cref="HyteraFaults"/> or <see cref="LinkFaults"/>, or null. Neither: the one byte by which a peer says that it begins anew (Q8).</param>
internal readonly record struct HrnpHeard(HrnpFrame? Frame, string? Fault)
{
    public bool IsReset => Frame is null && Fault is null;
}
