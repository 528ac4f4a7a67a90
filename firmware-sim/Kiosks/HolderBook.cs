using System.Collections.Concurrent;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Kiosks;

/// <summary>The customers of one kiosk, a few that come again and again: every search for them stays short.</summary>
/// <param name="seed">Of the run.</param>
/// <param name="machine">Which kiosk.</param>
/// <param name="seeds">Told of each before anybody else hears of it.</param>
public sealed class HolderBook(ulong seed, string machine, ISeedList seeds)
{
    private const int People = 6;

    private readonly ConcurrentDictionary<int, InventedHolder> _known = new();

    /// <param name="visit">Number of the visit, from 0.</param>
    public InventedHolder Of(long visit) => _known.GetOrAdd((int)(visit % People), Make);

    private InventedHolder Make(int number)
    {
        InventedHolder holder = InventedHolder.Of(seed, machine, number);
        seeds.Note(holder.Seeds);
        return holder;
    }
}
