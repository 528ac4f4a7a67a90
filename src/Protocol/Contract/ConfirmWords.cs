namespace EdgeGateway.Protocol.Contract;

/// <summary>Whose word lets a reading be forgotten, as <c>state</c> spells it (contract section 3).</summary>
public static class ConfirmWords
{
    public const string Platform = "platform";

    public const string Broker = "broker";
}
