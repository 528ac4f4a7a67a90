namespace EdgeGateway.Protocol.Contract;

/// <summary>How kinds are named as event types and schemas.</summary>
public static class SchemaIds
{
    public static string TypeOf(string kind) => $"edge.{kind}.v1";

    public static string SchemaOf(string kind) => $"urn:edge:schema:{kind}:1";
}
