using System.Numerics;
using System.Runtime.CompilerServices;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Rows of one list with two chained indexes, by plate and by id, in a few large arrays. Not for several threads by itself.</summary>
internal sealed class ListTables
{
    private readonly ListRow[] _rows;
    private readonly int[] _byPrint;
    private readonly int[] _byId;
    private readonly int _shift;
    private int _used;
    private int _free;

    /// <param name="most">Rows it has room for, from 1.</param>
    public ListTables(int most)
    {
        _rows = new ListRow[most];
        uint buckets = BitOperations.RoundUpToPowerOf2((uint)most);
        _byPrint = new int[buckets];
        _byId = new int[buckets];
        _shift = 64 - Math.Max(1, BitOperations.Log2(buckets));
        Any = new PrintFilter(most);
        Similar = new PrintFilter(most);
    }

    public int Count { get; private set; }

    public int Fuzzy { get; private set; }

    public int Room => _rows.Length;

    public bool IsFull => _free == 0 && _used == _rows.Length;

    /// <summary>Every print that is here.</summary>
    public PrintFilter Any { get; }

    /// <summary>Prints of entries that want similar plates.</summary>
    public PrintFilter Similar { get; }

    public ref readonly ListRow this[int number] => ref _rows[number - 1];

    public int FirstOfPrint(ulong print) => _byPrint[Bucket(print)];

    /// <returns>Its number, from 1; 0 when it is not here.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindId(ulong id)
    {
        int number = _byId[Bucket(id)];
        while (number != 0 && _rows[number - 1].Id != id)
        {
            number = _rows[number - 1].NextId;
        }

        return number;
    }

    /// <summary>Adds a row; the id is not here and there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ListRow row)
    {
        int number = _free != 0 ? _free : ++_used;
        if (_free != 0)
        {
            _free = _rows[_free - 1].NextId;
        }

        ref int print = ref _byPrint[Bucket(row.Print)];
        ref int id = ref _byId[Bucket(row.Id)];
        (row.NextPrint, row.NextId) = (print, id);
        _rows[number - 1] = row;
        print = number;
        id = number;
        Count++;
        Any.Add(row.Print);
        if (row.Fuzzy)
        {
            Fuzzy++;
            Similar.Add(row.Print);
        }
    }

    /// <summary>Takes a row out; its number is given to the next one.</summary>
    public void Remove(int number)
    {
        ref var row = ref _rows[number - 1];
        ref int print = ref _byPrint[Bucket(row.Print)];
        while (print != number)
        {
            print = ref _rows[print - 1].NextPrint;
        }

        print = row.NextPrint;
        ref int id = ref _byId[Bucket(row.Id)];
        while (id != number)
        {
            id = ref _rows[id - 1].NextId;
        }

        id = row.NextId;
        Count--;
        Fuzzy -= row.Fuzzy ? 1 : 0;
        row = new ListRow { NextId = _free };
        _free = number;
    }

    /// <returns>The same rows with room for so many.</returns>
    public ListTables Resized(int most)
    {
        var resized = new ListTables(most);
        for (int i = 0; i < _used; i++)
        {
            // An empty row has no characters.
            if (_rows[i].Length > 0)
            {
                resized.Add(_rows[i]);
            }
        }

        return resized;
    }

    private int Bucket(ulong hash) => (int)(hash >> _shift) & (_byPrint.Length - 1);
}
