using System.Globalization;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// Reads lines <c>Events[0].TrafficCar.PlateNumber=...</c> into nodes. Blank lines separate groups and end nothing; a line
/// that is no key=value is counted and passed over (plate-camera.md section 4.1).
/// </summary>
public static class KeyValueText
{
    private const int LongestKey = 256;
    private const int MostIndex = 1023;

    /// <param name="text">Any text.</param>
    /// <param name="junk">Lines that say nothing.</param>
    /// <param name="full">True when the bounds of a message were reached; what came before is kept.</param>
    public static DahuaNode Read(string text, out int junk, out bool full)
    {
        var tree = new DahuaTree();
        junk = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || tree.Full)
            {
                continue;
            }

            int equals = line.IndexOf('=');
            bool said = equals > 0 && Path(tree, line[..equals].TrimEnd()) is { } node && Say(node, line[(equals + 1)..]);
            junk += said ? 0 : 1;
        }

        full = tree.Full;
        return tree.Root;
    }

    private static bool Say(DahuaNode node, ReadOnlySpan<char> value)
    {
        node.Say(new string(value));
        return true;
    }

    // Nothing of a key that is wrong anywhere is put into the tree.
    private static DahuaNode? Path(DahuaTree tree, ReadOnlySpan<char> key)
    {
        if (key.Length > LongestKey || !IsKey(key))
        {
            return null;
        }

        DahuaNode? node = tree.Root;
        foreach (var range in key.Split('.'))
        {
            node = node is null ? null : Step(tree, node, key[range]);
        }

        return node;
    }

    private static DahuaNode? Step(DahuaTree tree, DahuaNode parent, ReadOnlySpan<char> segment)
    {
        int bracket = segment.IndexOf('[');
        var node = tree.Child(parent, new string(bracket < 0 ? segment : segment[..bracket]));
        while (bracket >= 0 && node is not null)
        {
            segment = segment[(bracket + 1)..];
            int close = segment.IndexOf(']');
            node.IsList = true;
            node = tree.Child(node, int.Parse(segment[..close], CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
            bracket = segment.IndexOf('[');
        }

        return node;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        int depth = 0;
        foreach (var range in key.Split('.'))
        {
            if (++depth > DahuaTree.MostDepth / 2 || !IsSegment(key[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSegment(ReadOnlySpan<char> segment)
    {
        int bracket = segment.IndexOf('[');
        var name = bracket < 0 ? segment : segment[..bracket];
        if (name.IsEmpty || !IsName(name))
        {
            return false;
        }

        for (var rest = bracket < 0 ? [] : segment[bracket..]; !rest.IsEmpty;)
        {
            int close = rest.IndexOf(']');
            if (rest[0] != '[' || close < 2 || close > 5 || !IsIndex(rest[1..close]))
            {
                return false;
            }

            rest = rest[(close + 1)..];
        }

        return true;
    }

    private static bool IsIndex(ReadOnlySpan<char> digits) =>
        digits.IndexOfAnyExceptInRange('0', '9') < 0 && int.Parse(digits, CultureInfo.InvariantCulture) <= MostIndex;

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
