namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>A read or a write that waits for the line.</summary>
/// <param name="bytes">Where to, or from where.</param>
/// <param name="since">When it began, or last came on.</param>
internal sealed class TtyRequest(Memory<byte> bytes, long since)
{
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is left of it.</summary>
    public Memory<byte> Bytes { get; set; } = bytes;

    public long Since { get; set; } = since;

    public Task<int> Task => _end.Task;

    public void End(int result) => _end.TrySetResult(result);

    public void Fail(IOException error) => _end.TrySetException(error);

    public void Cancel(CancellationToken ct) => _end.TrySetCanceled(ct);
}
