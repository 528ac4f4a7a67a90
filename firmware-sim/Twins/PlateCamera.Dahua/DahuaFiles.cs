using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>The memory card: passages kept as pictures, and the finder that searches them (plate-camera.md section 4.3).</summary>
public sealed class DahuaFiles(DahuaVoice voice)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Passage> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private Queue<string> _found = new();
    private int _finder = 100;

    /// <param name="passage">What passed.</param>
    /// <param name="most">Files that the card holds; the oldest make room.</param>
    /// <param name="told">True when a stream has told it as well: to fetch it is no new passage.</param>
    public void Keep(Passage passage, int most, bool told)
    {
        lock (_gate)
        {
            _files[PathOf(passage)] = passage;
            if (told)
            {
                _told.Add(PathOf(passage));
            }

            if (_files.Count > most)
            {
                _files.Remove(_files.Keys.First());
            }
        }
    }

    /// <summary>Everything that nobody has heard of, and forgets all.</summary>
    public IReadOnlyList<Passage> TakeAll()
    {
        lock (_gate)
        {
            Passage[] left = [.. _files.Where(file => !_told.Contains(file.Key)).Select(file => file.Value)];
            _files.Clear();
            return left;
        }
    }

    /// <returns>The passage whose picture lies there, or null.</returns>
    public Passage? At(string path)
    {
        lock (_gate)
        {
            return _files.GetValueOrDefault(path);
        }
    }

    /// <returns>True when this is the first that anybody hears of it.</returns>
    public bool Tell(string path)
    {
        lock (_gate)
        {
            return _told.Add(path);
        }
    }

    /// <returns>The answer of mediaFileFind.cgi.</returns>
    public string Answer(IReadOnlyDictionary<string, string> query)
    {
        lock (_gate)
        {
            return query.GetValueOrDefault("action") switch
            {
                "factory.create" => FormattableString.Invariant($"result={++_finder}\r\n"),
                "findFile" => Find(query),
                "findNextFile" => Next(int.TryParse(query.GetValueOrDefault("count"), CultureInfo.InvariantCulture, out int count) ? count : 64),
                _ => "OK\r\n",
            };
        }
    }

    public static string PathOf(Passage passage) => FormattableString.Invariant($"/mnt/sd/{passage.At.UtcDateTime:yyyy-MM-dd}/{passage.Index:000000}-{passage.Uuid}.jpg");

    // This firmware counts its only channel as 0.
    private string Find(IReadOnlyDictionary<string, string> query)
    {
        _found = [];
        if (query.GetValueOrDefault("condition.Channel") != "0")
        {
            return "Error\r\nNot found\r\n";
        }

        string from = query.GetValueOrDefault("condition.StartTime") ?? "";
        string to = query.GetValueOrDefault("condition.EndTime") ?? "";
        _found = new Queue<string>(_files.Where(file => Between(voice.Facts(file.Value, TimeSpan.Zero).Wall, from, to)).Select(file => file.Key));
        return "OK\r\n";
    }

    private string Next(int count)
    {
        int most = Math.Min(count, _found.Count);
        var text = new StringBuilder(FormattableString.Invariant($"found={most}\r\n"));
        for (int i = 0; i < most; i++)
        {
            string path = _found.Dequeue();
            DahuaFacts facts = voice.Facts(_files[path], TimeSpan.Zero);
            string item = FormattableString.Invariant($"items[{i}].");
            text.Append(item).Append("Channel=0\r\n").Append(item).Append("StartTime=").Append(facts.Wall).Append("\r\n").Append(item).Append("EndTime=").Append(facts.Wall).Append("\r\n");
            text.Append(item).Append("Type=jpg\r\n").Append(item).Append("FilePath=").Append(path).Append("\r\n");
            text.Append(item).Append("Summary.TrafficCar.PlateNumber=").Append(facts.Plate).Append("\r\n").Append(item).Append("Summary.TrafficCar.Lane=").Append(facts.Passage.Lane - 1).Append("\r\n");
        }

        return text.ToString();
    }

    private static bool Between(string wall, string from, string to) => string.CompareOrdinal(wall, from) >= 0 && string.CompareOrdinal(wall, to) <= 0;
}
