using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Sim.Mqtt;

/// <summary>The peer sent what is not MQTT; the link cannot go on.</summary>
public sealed class MqttFaultException(MqttFault fault) : Exception(fault.Word)
{
    public MqttFault Fault { get; } = fault;
}
