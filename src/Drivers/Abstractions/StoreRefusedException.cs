namespace EdgeGateway.Drivers.Abstractions;

/// <summary>The disk did not take a reading. The device must not be told that it is safe.</summary>
public sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>True when the reading itself is on disk and only an alarm that belongs to it is not.</summary>
    public bool OnlyAlarm { get; init; }
}
