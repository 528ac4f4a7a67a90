namespace EdgeGateway.Drivers.Transport;

/// <summary>Counts what the inbox did not take.</summary>
public interface IInboxCounters
{
    /// <param name="device">Device id, or empty when no such device is known: a stranger must not invent labels.</param>
    /// <param name="reason">One of <see cref="InboxReasons"/>.</param>
    void Refused(string device, string reason);
}
