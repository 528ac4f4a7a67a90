namespace EdgeGateway.Sim.Radio;

/// <summary>One conversation with the gateway: a line, a port of a slot. Talking and listening go on side by side.</summary>
public interface IRadioLink : IAsyncDisposable
{
    /// <summary>Hears a message of the gateway; what it returns goes back at once. Set before the start.</summary>
    Func<HdapHeard, byte[]?> Hear { get; set; }

    /// <summary>The gateway has called, so that there is somebody to talk to.</summary>
    bool IsUp { get; }

    /// <summary>Opens it; what follows may be called.</summary>
    void Start();

    /// <summary>Listens until stopped.</summary>
    Task RunAsync(CancellationToken ct);

    /// <summary>Sends a message under a new number and waits for its acknowledgement, repeating the same bytes as the profile says.</summary>
    /// <returns>True when the gateway acknowledged it.</returns>
    Task<bool> TellAsync(byte[] message, CancellationToken ct);

    /// <summary>Sends a message and waits for nothing.</summary>
    /// <param name="message">HDAP bytes, sound or not.</param>
    /// <param name="sameNumber">True: exactly the frame that was sent last.</param>
    /// <param name="ct">Stops.</param>
    Task RepeatAsync(byte[] message, bool sameNumber, CancellationToken ct);

    /// <summary>Sends bytes that are no frame.</summary>
    Task GarbageAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Sends the first half of a frame and cuts the link where it can be cut.</summary>
    Task CutInsideAsync(byte[] message, CancellationToken ct);
}
