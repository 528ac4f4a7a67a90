using System.Buffers;

namespace EdgeGateway.Protocol.Elements;

/// <summary>Builds an <see cref="ElementTree"/> in document order, with bounds on depth and number of elements.</summary>
internal sealed class ElementTreeBuilder
{
    public const int MostElements = 4096;
    public const int MostDepth = 32;

    private ElementNode[] _nodes = new ElementNode[128];
    private Dictionary<int, string>? _joined;
    private int _count;
    private int _current = -1;

    public int Depth { get; private set; }

    public bool Full => _count >= MostElements || Depth >= MostDepth;

    public int Current => _current;

    public bool HasRoot => _count > 0;

    public ref ElementNode this[int node] => ref _nodes[node];

    public void Open(int nameStart, int localStart, int localLength)
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
        }

        int parent = Math.Max(_current, 0);
        int node = _count++;
        _nodes[node] = new ElementNode { NameStart = nameStart, LocalStart = localStart, LocalLength = localLength, Parent = parent };
        if (node > 0)
        {
            Link(parent, node);
        }

        _current = node;
        Depth++;
    }

    public void Close()
    {
        ref var node = ref _nodes[_current];
        if (node.FirstChild != 0)
        {
            node.TextLength = 0;
            node.Joined = false;
        }

        Depth--;
        _current = Depth == 0 ? -1 : node.Parent;
    }

    /// <summary>Closes an element whose end tag never came: what looks like its children are its brothers.</summary>
    public void CloseUnended()
    {
        ref var node = ref _nodes[_current];
        if (node.FirstChild != 0 && Depth > 1)
        {
            ref var parent = ref _nodes[node.Parent];
            for (int child = node.FirstChild; child != 0; child = _nodes[child].Next)
            {
                _nodes[child].Parent = node.Parent;
            }

            (node.Next, parent.LastChild) = (node.FirstChild, node.LastChild);
            (node.FirstChild, node.LastChild) = (0, 0);
        }

        Close();
    }

    /// <summary>Text of the current element as a range of the source.</summary>
    public void Text(int start, int length)
    {
        ref var node = ref _nodes[_current];
        (node.TextStart, node.TextLength) = (start, length);
    }

    /// <summary>Text of the current element that is not one range of the source.</summary>
    public void Text(string text)
    {
        _nodes[_current].Joined = true;
        (_joined ??= [])[_current] = text;
    }

    public string Joined(int node) => _joined![node];

    public void DropText() => (_nodes[_current].TextLength, _nodes[_current].Joined) = (0, false);

    public ElementTree Build(string source, bool repaired, bool truncated) =>
        new(source, _nodes, _joined) { Repaired = repaired, Truncated = truncated };

    private void Link(int parent, int node)
    {
        ref var above = ref _nodes[parent];
        if (above.LastChild == 0)
        {
            above.FirstChild = node;
        }
        else
        {
            _nodes[above.LastChild].Next = node;
        }

        above.LastChild = node;
    }
}
