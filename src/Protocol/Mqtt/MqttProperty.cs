namespace EdgeGateway.Protocol.Mqtt;

/// <summary>One property as it stands in a packet; which member holds the value follows from <see cref="MqttPropertyRule.Type"/>.</summary>
/// <param name="Id">Which property.</param>
/// <param name="Number">Value of the integer types.</param>
/// <param name="Text">Value of a string; name of a pair.</param>
/// <param name="PairValue">Value of a pair.</param>
/// <param name="Data">Value of binary data.</param>
public readonly record struct MqttProperty(
    MqttPropertyId Id, uint Number = 0, string? Text = null, string? PairValue = null, ReadOnlyMemory<byte> Data = default);
