using System.Text;

namespace EdgeGateway.Store.Sqlite;

/// <summary>The other way round than <see cref="NameCache"/>: the few names that repeat in every row, as UTF-8. For one thread.</summary>
internal sealed class NameBytes
{
    private const int Most = 4096;

    private readonly Dictionary<string, byte[]> _names = [];

    public byte[] Of(string name)
    {
        if (!_names.TryGetValue(name, out byte[]? utf8))
        {
            utf8 = Encoding.UTF8.GetBytes(name);
            if (_names.Count >= Most)
            {
                _names.Clear();
            }

            _names.Add(name, utf8);
        }

        return utf8;
    }
}
