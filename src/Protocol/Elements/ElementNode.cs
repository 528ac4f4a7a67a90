namespace EdgeGateway.Protocol.Elements;

/// <summary>One element: where its name and text stand, and its neighbours by index. 0 means none: the root is nobody's neighbour.</summary>
internal struct ElementNode
{
    public int NameStart;
    public int LocalStart;
    public int LocalLength;
    public int TextStart;
    public int TextLength;
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int Next;

    /// <summary>The text is not one range: it stands in the tree's table, entities resolved.</summary>
    public bool Joined;

    public readonly int NameLength => LocalStart - NameStart + LocalLength;
}
