using EdgeGateway.Store;
using FsCheck;
using FsCheck.Fluent;

namespace EdgeGateway.Tests.Store;

public sealed class IntervalSetTests
{
    [Fact]
    public void Add_Neighbours_JoinsThem()
    {
        var set = new IntervalSet();

        set.Add(5, 5);
        set.Add(7, 9);
        set.Add(6, 6);

        Assert.Equal([(5L, 9L)], set.Intervals);
        Assert.Equal(9, set.EndOf(5));
        Assert.Null(set.EndOf(4));
    }

    [Fact]
    public void Remove_FromTheMiddle_LeavesBothEnds()
    {
        var set = new IntervalSet();
        set.Add(1, 10);

        set.Remove(4, 6);

        Assert.Equal([(1L, 3L), (7L, 10L)], set.Intervals);
        Assert.Equal(7, set.Count);
    }

    [Fact]
    public void AddAndRemove_AnyOrder_HoldsWhatAPlainSetHolds()
    {
        var step = from add in Gen.Elements(true, true, false)
                   from first in Gen.Choose(0, 60)
                   from length in Gen.Choose(0, 12)
                   select (add, first, length);
        Prop.ForAll(Arb.From(Gen.ListOf(step)), AgreesWithAPlainSet).QuickCheckThrowOnFailure();
    }

    private static bool AgreesWithAPlainSet(IEnumerable<(bool Add, int First, int Length)> steps)
    {
        var set = new IntervalSet();
        var plain = new HashSet<long>();
        foreach (var (add, first, length) in steps)
        {
            var numbers = Enumerable.Range(first, length + 1).Select(static number => (long)number);
            if (add)
            {
                set.Add(first, first + length);
                plain.UnionWith(numbers);
            }
            else
            {
                set.Remove(first, first + length);
                plain.ExceptWith(numbers);
            }
        }

        return Enumerable.Range(-1, 80).All(number => set.Contains(number) == plain.Contains(number))
            && set.Count == plain.Count
            && set.Intervals.Zip(set.Intervals.Skip(1)).All(static pair => pair.First.Last + 1 < pair.Second.First);
    }
}
