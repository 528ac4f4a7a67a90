namespace EdgeGateway.Protocol.Vda5050;

/// <summary>The fixed words for messages that are refused.</summary>
public static class VdaFaults
{
    public const string TooLarge = "message-too-large";
    public const string NotJson = "not-json";
    public const string NotAnObject = "not-an-object";
}
