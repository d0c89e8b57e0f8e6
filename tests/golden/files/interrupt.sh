# A pile that is interrupted after its first batch keeps what is whole, and the same command does the rest.
mkdir pile
for i in $(seq 1 3000); do
  echo "MARLOW, May 3. The minister of ward $i said on Monday that the bridge of ward $i would open in June." > "pile/ward_$i.txt"
done
mkfifo lines
readout add pile --record cut.db --threads 1 >lines 2>said.txt &
{ read -r line; kill -INT $!; cat >/dev/null; } <lines
wait $!
echo "exit $?"
grep -c 'interrupted:' said.txt
readout doctor --record cut.db | sed 's/.*: //'
readout add pile --record cut.db --quiet 2>/dev/null
readout add pile --record whole.db --quiet 2>/dev/null
readout export --record cut.db > cut.jsonl
readout export --record whole.db > whole.jsonl
cmp cut.jsonl whole.jsonl && echo same
