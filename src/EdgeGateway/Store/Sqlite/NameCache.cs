using System.Text;

namespace EdgeGateway.Store.Sqlite;

/// <summary>Devices, kinds and epochs repeat in every row; each is made a string once.</summary>
internal sealed class NameCache
{
    private const int Most = 4096;
    private const int LongestChars = 256;

    private readonly HashSet<string> _names = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameCache() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<byte> utf8)
    {
        Span<char> chars = stackalloc char[LongestChars];
        if (!Encoding.UTF8.TryGetChars(utf8, chars, out int length))
        {
            return Encoding.UTF8.GetString(utf8);
        }

        if (!_lookup.TryGetValue(chars[..length], out string? name))
        {
            name = Add(new string(chars[..length]));
        }

        return name;
    }

    private string Add(string name)
    {
        if (_names.Count >= Most)
        {
            _names.Clear();
        }

        _names.Add(name);
        return name;
    }
}
