using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Something that no message of the caller says is to be told of an emergency that stands.</summary>
/// <param name="Caller">Under whom it stands.</param>
/// <param name="Body">What is to be told.</param>
public sealed record EmergencyChange(EmergencyCaller Caller, RadioEmergencyBody Body);
