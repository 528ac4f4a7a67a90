namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// Small facts about one device that survive a restart, such as questions whose answer is still out. Not for readings.
/// A damaged store may forget them: a driver must do without.
/// </summary>
public interface IDeviceMemory
{
    /// <summary>Most characters of a value.</summary>
    const int LongestValue = 16 * 1024;

    /// <returns>The value, or null when it was never set.</returns>
    string? Recall(string name);

    /// <summary>Completes when it is committed and synced.</summary>
    /// <param name="name">One of few fixed words of the driver, at most 32 characters.</param>
    /// <param name="value">At most <see cref="LongestValue"/> characters; empty when there is nothing to remember any more.</param>
    /// <param name="ct">Given up; it may be on disk all the same.</param>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    Task RememberAsync(string name, string value, CancellationToken ct);
}
