using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>What a link needs besides its stream.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Log">Where to.</param>
/// <param name="OnEnd">Called once, when the link is over.</param>
internal sealed record MqttSurroundings(TimeProvider Time, ILogger Log, Action<MqttEnd> OnEnd);
