namespace EdgeGateway.Drivers.Transport;

/// <summary>One open serial line, ours alone until it is closed. Reading and writing go on side by side, one of each.</summary>
public interface ISerialLine : IAsyncDisposable
{
    /// <summary>As in the settings, for messages.</summary>
    string Name { get; }

    /// <summary>Waits for bytes and takes what is there.</summary>
    /// <returns>At least 1.</returns>
    /// <exception cref="IOException">The line is gone: unplugged, or its server closed; the message is for a technician. Open it anew.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct);

    /// <summary>Completes when the system has taken all bytes.</summary>
    /// <exception cref="IOException">The line is gone, or took nothing for 5 s.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Forgets what came in and was not read.</summary>
    void DiscardInput();
}
