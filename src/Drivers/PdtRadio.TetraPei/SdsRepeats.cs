namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// Knows short data that came within the last minute: some terminals write the same message four times on their port
/// (pdt-radio.md section 15, Q2). What was not made safe is forgotten, so that a copy of it counts as the first.
/// </summary>
/// <remarks>
/// Not <see cref="RepeatWindow"/>, which lets a copy wait until the first one is safe: here the copies come from the one reader of the
/// line, and who waits there keeps everything behind it from being read. A copy of what is not safe yet is dropped at once, one of what is safe is answered again.
/// </remarks>
internal sealed class SdsRepeats
{
    private const int Most = 1024;

    /// <summary>Each completed when it is safe.</summary>
    private readonly RecentCopies<TaskCompletionSource> _copies = new(RepeatWindow.Length, Most);

    /// <returns>True for the first copy.</returns>
    public bool Enter(string key, TimeProvider time)
    {
        var mine = new TaskCompletionSource();
        return _copies.Enter(key, mine, time) == mine;
    }

    public void MarkSafe(string key) => _copies.Find(key)?.TrySetResult();

    public bool IsSafe(string key) => _copies.Find(key)?.Task.IsCompleted == true;

    /// <summary>The conversation ended: whatever is not safe now never will be.</summary>
    public void ForgetUnsafe() => _copies.Forget(copy => !copy.Task.IsCompleted);
}
