namespace EdgeGateway.Protocol.Viid.Json;

/// <summary>One JSON value: where its name and its text stand in the body, and its neighbours by index; 0 means none, the root is nobody's neighbour.</summary>
internal struct ViidNode
{
    public ViidKind Kind;
    public bool NameEscaped;
    public bool Escaped;
    public int NameStart;
    public int NameLength;
    public int Start;
    public int Length;
    public int FirstChild;
    public int LastChild;
    public int Next;
}
