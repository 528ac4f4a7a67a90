namespace EdgeGateway.Protocol.Snmp;

/// <summary>How far the walk of one column is.</summary>
public sealed class WalkedColumn(ObjectId root)
{
    public ObjectId Root { get; } = root;

    /// <summary>The name that was seen last.</summary>
    public ObjectId At { get; set; } = root;

    public bool IsOpen { get; set; } = true;
}
