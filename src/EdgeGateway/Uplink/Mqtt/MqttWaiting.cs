namespace EdgeGateway.Uplink.Mqtt;

/// <summary>A publish that is not on the wire yet: the window or the buffer is full.</summary>
internal readonly record struct MqttWaiting(MqttMessage Message, TaskCompletionSource<MqttAck> Done);
