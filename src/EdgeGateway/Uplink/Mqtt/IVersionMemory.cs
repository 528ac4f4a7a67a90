namespace EdgeGateway.Uplink.Mqtt;

/// <summary>Which MQTT version a broker was found to speak.</summary>
public interface IVersionMemory
{
    /// <param name="broker">Host and port.</param>
    /// <returns>5 or 4; null when nothing is known.</returns>
    int? Recall(string broker);

    Task RememberAsync(string broker, int version, CancellationToken ct);
}
