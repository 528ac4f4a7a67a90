using System.Numerics;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>
/// One plate looked for in one list, without walking over it: itself; itself with <c>?</c> where a mask of some shape has one; every
/// plate that differs in one or two characters that are taken for one another; with unread characters, everything they can have been.
/// </summary>
internal readonly ref struct ListSearch(ListTables tables, MaskShapes shapes, PlaceLetters letters, ReadOnlySpan<char> plate, uint now, PlaceList found)
{
    private const int AlikesMost = 8 * HotListRules.PlateLength;

    private readonly ReadOnlySpan<char> _plate = plate;

    /// <returns>False when it would have cost too much, and was not searched for.</returns>
    public bool Run()
    {
        int unread = 0;
        for (int i = 0; i < _plate.Length; i++)
        {
            unread |= _plate[i] == PlateGrammar.Unread ? 1 << i : 0;
        }

        ulong print = PlatePrint.Of(_plate);
        bool all = Look(print, 0, unread);
        foreach (var (length, wild) in shapes.All)
        {
            if (length == _plate.Length)
            {
                all &= Look(print, wild, unread);
            }
        }

        if (unread == 0 && tables.Fuzzy > 0)
        {
            LookForSimilar(print);
        }

        return all;
    }

    private bool Look(ulong print, ushort wild, int unread)
    {
        for (int i = 0, left = wild; left != 0; i++, left >>= 1)
        {
            if ((left & 1) != 0)
            {
                print ^= PlatePrint.Of(i, _plate[i]) ^ PlatePrint.Of(i, PlateGrammar.Unread);
            }
        }

        unread &= ~wild;
        if (Looks(unread) > ListIndex.LooksMost)
        {
            return false;
        }

        LookForUnread(print, unread, wild);
        return true;
    }

    private long Looks(int unread)
    {
        long looks = 1;
        for (int i = 0; unread != 0 && looks <= ListIndex.LooksMost; i++, unread >>= 1)
        {
            looks *= (unread & 1) == 0 ? 1 : letters.At(i).Length;
        }

        return looks;
    }

    private void LookForUnread(ulong print, int unread, ushort wild)
    {
        if (unread == 0)
        {
            if (tables.Any.MayHold(print))
            {
                Take(print, wild, fuzzyOnly: false);
            }

            return;
        }

        int place = BitOperations.TrailingZeroCount(unread);
        ulong without = print ^ PlatePrint.Of(place, PlateGrammar.Unread);
        foreach (char letter in letters.At(place))
        {
            LookForUnread(without ^ PlatePrint.Of(place, letter), unread & (unread - 1), wild);
        }
    }

    private void LookForSimilar(ulong print)
    {
        Span<ulong> changes = stackalloc ulong[AlikesMost];
        int count = 0;
        int others = 0;
        for (int i = 0; i < _plate.Length; i++)
        {
            ulong own = PlatePrint.Of(i, _plate[i]);
            foreach (char like in LookAlikes.Of(_plate[i]))
            {
                ulong change = own ^ PlatePrint.Of(i, like);
                LookForSimilarOne(print ^ change);
                for (int other = 0; other < others; other++)
                {
                    LookForSimilarOne(print ^ change ^ changes[other]);
                }

                changes[count++] = change;
            }

            others = count;
        }
    }

    private void LookForSimilarOne(ulong print)
    {
        if (tables.Similar.MayHold(print))
        {
            Take(print, 0, fuzzyOnly: true);
        }
    }

    private void Take(ulong print, ushort wild, bool fuzzyOnly)
    {
        for (int number = tables.FirstOfPrint(print); number != 0; number = tables[number].NextPrint)
        {
            ref readonly var row = ref tables[number];
            if (row.Print == print && row.Wild == wild && row.Length == _plate.Length && row.From <= now && row.To >= now && (row.Fuzzy || !fuzzyOnly))
            {
                found.Add(row.Place);
            }
        }
    }
}
