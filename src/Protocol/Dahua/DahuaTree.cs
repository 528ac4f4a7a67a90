namespace EdgeGateway.Protocol.Dahua;

/// <summary>Grows one message's nodes within bounds: 4,096 of them, 32 deep.</summary>
internal sealed class DahuaTree
{
    public const int MostNodes = 4096;
    public const int MostDepth = 32;

    private int _count;

    public DahuaNode Root { get; } = new("");

    public bool Full => _count >= MostNodes;

    /// <returns>The child, new or there already; null when the bounds are reached.</returns>
    public DahuaNode? Child(DahuaNode parent, string name)
    {
        if (parent.Find(name, out var child))
        {
            return child;
        }

        return Full ? null : Count(parent.Add(name));
    }

    private DahuaNode Count(DahuaNode node)
    {
        _count++;
        return node;
    }
}
