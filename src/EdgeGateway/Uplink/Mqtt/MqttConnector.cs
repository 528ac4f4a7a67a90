namespace EdgeGateway.Uplink.Mqtt;

public sealed class MqttConnector
{
    public Task<(IMqttClient Client, MqttConnection Connection)> ConnectAsync(MqttConnect connect, CancellationToken ct) => throw new NotSupportedException();
}
