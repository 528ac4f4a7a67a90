using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Mqtt;

internal static partial class MqttLog
{
    [LoggerMessage(4050, LogLevel.Warning, "The broker acknowledged packet {Id}, which is not waiting for it")]
    public static partial void StrayAck(ILogger log, ushort id);

    [LoggerMessage(4051, LogLevel.Error, "A message on {Topic} could not be handled and is not acknowledged; the broker will bring it again")]
    public static partial void HandlerFailed(ILogger log, string topic, Exception error);

    [LoggerMessage(4052, LogLevel.Warning, "Messages come faster than they are handled; from one on {Topic} on they are left to the broker, and the link ends when those before it are handled")]
    public static partial void InboxFull(ILogger log, string topic);

    [LoggerMessage(4053, LogLevel.Information, "Broker {Broker} does not take MQTT 5 ({Why}); trying 3.1.1")]
    public static partial void SteppedDown(ILogger log, string broker, string why);

    [LoggerMessage(4054, LogLevel.Error, "The MQTT client has a defect; the link is ended")]
    public static partial void Defect(ILogger log, Exception error);
}
